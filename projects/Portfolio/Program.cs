using MlMaths.Torch.Portfolio;

return PortfolioProgram.Commands.Run(args);
