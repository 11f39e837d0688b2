using MlMaths.Torch.Cli;
using MlMaths.Torch.Exercises.Workbench;
using MlMaths.Torch.Portfolio;

return Executable.Run(() => BenchChild.IsAsked(args) ? BenchChild.Serve() : PortfolioProgram.Commands.Run(args));
