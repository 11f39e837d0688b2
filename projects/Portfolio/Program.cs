using MlMaths.Torch.Cli;
using MlMaths.Torch.Portfolio;

return Executable.Run(() => PortfolioProgram.Commands.Run(args));
