using MlMaths.Torch.EvaluationPack;

namespace MlMaths.Torch.Tests.Projects;

/// <summary>One quick run of <c>mlmaths distributions</c>.</summary>
internal sealed class DistributionsRunOf(params string[] arguments)
    : RunOf(["distributions", "--quick", .. arguments], null,
        (given, console, errors) => EvaluationProgram.Commands.Run(given, console, errors));
