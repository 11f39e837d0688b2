using MlMaths.Torch.Cli;
using MlMaths.Torch.KilledRun;

return ProjectCommand.Run(args, new KilledProject());
