"""`python -m hudna.cli`, for machines where the `hudna` script is not on the path."""

from hudna.cli.main import main

if __name__ == "__main__":
    main()
