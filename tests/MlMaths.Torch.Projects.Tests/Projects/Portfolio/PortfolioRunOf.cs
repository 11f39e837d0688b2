using MlMaths.Torch.Portfolio;
using Spectre.Console.Testing;

namespace MlMaths.Torch.Tests.Projects;

/// <summary>One command of <c>mlmaths</c>, from its one door, that leaves a run folder.</summary>
internal sealed class PortfolioRunOf(params string[] arguments)
    : RunOf(arguments, null, (given, console, errors) => PortfolioProgram.Commands.Run(given, console, errors))
{
    /// <summary>A command that answers on the console.</summary>
    public static Typed Answer(params string[] arguments)
    {
        using var console = new TestConsole().Width(400);
        using var errors = new TestConsole().Width(4000);
        int exitCode = PortfolioProgram.Commands.Run(arguments, console, errors);
        return new Typed(exitCode, console.Output, errors.Output.Trim());
    }
}
