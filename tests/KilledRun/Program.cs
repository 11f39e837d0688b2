using MlMaths.Torch.Cli;
using MlMaths.Torch.KilledRun;

return Executable.Run(() => ProjectCommand.Run(args, new KilledProject()));
