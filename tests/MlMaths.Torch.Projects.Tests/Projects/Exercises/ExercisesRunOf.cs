using MlMaths.Torch.Exercises;

namespace MlMaths.Torch.Tests.Projects;

/// <summary>One command of the exercises that leaves a run folder.</summary>
internal sealed class ExercisesRunOf(params string[] arguments)
    : RunOf(arguments, null, (given, console, errors) => ExercisesProgram.Commands.Run(given, console, errors));
