using MlMaths.Torch.Cli;
using MlMaths.Torch.ImbalancedDecision;

return ProjectCommand.Run(args, new DecisionProject());
