using MlMaths.Torch.Portfolio;

namespace MlMaths.Torch.Tests.Projects;

/// <summary>One command of <c>mlmaths</c> that leaves a run folder.</summary>
internal sealed class PortfolioRunOf(params string[] arguments)
    : RunOf(arguments, null, (given, console, errors) => PortfolioProgram.Commands.Run(given, console, errors));
