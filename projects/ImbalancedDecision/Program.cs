using MlMaths.Torch.Cli;
using MlMaths.Torch.ImbalancedDecision;

return Executable.Run(() => ProjectCommand.Run(args, new DecisionProject()));
