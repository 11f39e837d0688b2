using MlMaths.Torch.Cli;
using MlMaths.Torch.EvaluationPack;

return Executable.Run(() => EvaluationProgram.Commands.Run(args));
