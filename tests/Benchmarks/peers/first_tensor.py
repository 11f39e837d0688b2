"""The start of a program that needs one tensor."""
import torch

print(float(torch.ones(3).sum()))
