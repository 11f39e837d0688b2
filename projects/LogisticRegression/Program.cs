using MlMaths.Torch.Cli;
using MlMaths.Torch.LogisticRegression;

return ProjectCommand.Run(args, new LogisticProject());
