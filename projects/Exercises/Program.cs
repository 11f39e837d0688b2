using MlMaths.Torch.Cli;
using MlMaths.Torch.Exercises;

return Executable.Run(() => ExercisesProgram.Commands.Run(args));
