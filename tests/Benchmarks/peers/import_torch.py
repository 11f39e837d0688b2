"""The start of a program that needs PyTorch and says how it is used."""
import argparse

import torch

argparse.ArgumentParser().format_help()
