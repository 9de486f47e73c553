"""`python -m reportedly`: the command where no script of that name is on the path."""

from reportedly.cli import main

if __name__ == "__main__":
    main()
