using MlMaths.Torch.Portfolio;

namespace MlMaths.Torch.Tests.Projects;

/// <summary>One command of <c>mlmaths</c>, from its one door, that leaves a run folder.</summary>
internal sealed class PortfolioRunOf(params string[] arguments)
    : RunOf(arguments, null, (given, console, errors) => PortfolioProgram.Commands.Run(given, console, errors))
{
    /// <summary>A command that answers on the console.</summary>
    public static Typed Answer(params string[] arguments) => Typed.To(PortfolioProgram.Commands, arguments);
}
