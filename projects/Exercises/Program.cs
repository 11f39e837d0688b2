using MlMaths.Torch.Exercises;

return ExercisesProgram.Commands.Run(args);
