using MlMaths.Torch.Cli;
using MlMaths.Torch.Exercises;
using MlMaths.Torch.Exercises.Workbench;

return Executable.Run(() => BenchChild.IsAsked(args) ? BenchChild.Serve() : ExercisesProgram.Commands.Run(args));
