using MlMaths.Torch.Cli;
using MlMaths.Torch.LogisticRegression;

return Executable.Run(() => ProjectCommand.Run(args, new LogisticProject()));
