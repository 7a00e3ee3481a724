"""`python -m calctool`."""

from calctool.cli.app import main

if __name__ == "__main__":
    main()
