using MlMaths.Torch.Portfolio;

namespace MlMaths.Torch.Tests.Projects;

/// <summary>One quick run of <c>mlmaths distributions</c>.</summary>
internal sealed class DistributionsRunOf(params string[] arguments)
    : RunOf(["distributions", "--quick", .. arguments], null, (given, console, errors) => PortfolioProgram.Commands.Run(given, console, errors));
