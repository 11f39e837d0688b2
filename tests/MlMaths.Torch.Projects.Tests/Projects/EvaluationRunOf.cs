using MlMaths.Torch.EvaluationPack;

namespace MlMaths.Torch.Tests.Projects;

/// <summary>One command of <c>mlmaths</c> that leaves a run folder.</summary>
internal sealed class EvaluationRunOf(params string[] arguments)
    : RunOf(arguments, null, (given, console, errors) => EvaluationProgram.Commands.Run(given, console, errors));
