using MlMaths.Torch.Cli;
using MlMaths.Torch.Portfolio;

BuildAge.WarnWhereAsked();
return PortfolioProgram.Commands.Run(args);
