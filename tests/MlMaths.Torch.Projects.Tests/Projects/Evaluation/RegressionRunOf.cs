using MlMaths.Torch.EvaluationPack;

namespace MlMaths.Torch.Tests.Projects;

/// <summary>One run of <c>mlmaths regression</c>.</summary>
internal sealed class RegressionRunOf(params string[] arguments)
    : RunOf(["regression", .. arguments], null, (given, console, errors) => EvaluationProgram.Commands.Run(given, console, errors));
