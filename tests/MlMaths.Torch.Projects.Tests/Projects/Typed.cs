using MlMaths.Torch.Cli;
using MlMaths.Torch.Exercises;
using Spectre.Console.Testing;

namespace MlMaths.Torch.Tests.Projects;

/// <summary>What a program answers to what is typed, where it leaves no folder.</summary>
/// <param name="Line">What was typed.</param>
/// <param name="ExitCode">What it ended with.</param>
/// <param name="Output">On the console.</param>
/// <param name="Errors">On the error output, without blanks around it.</param>
internal sealed record Typed(string Line, int ExitCode, string Output, string Errors)
{
    /// <summary>Everything, wherever it was said.</summary>
    public string Said => Output + Errors;

    /// <summary>What the exercises answer.</summary>
    public static Typed Of(params string[] arguments) => To(ExercisesProgram.Commands, arguments);

    /// <summary>What any of the programs answers.</summary>
    public static Typed To(CommandSet program, params string[] arguments)
    {
        using var console = new TestConsole().Width(400);
        using var errors = new TestConsole().Width(4000);
        int exitCode = program.Run(arguments, console, errors);
        return new Typed(string.Join(' ', arguments), exitCode, console.Output, errors.Output.Trim());
    }

    /// <summary>What the exercises answer in a folder; nothing that starts the workbench, which is this very program once more.</summary>
    public static Typed In(DirectoryInfo folder, params string[] arguments)
    {
        string here = Directory.GetCurrentDirectory();
        Directory.SetCurrentDirectory(folder.FullName);
        try
        {
            return Of(arguments);
        }
        finally
        {
            Directory.SetCurrentDirectory(here);
        }
    }

    /// <summary>What was said, once it is known how it ended.</summary>
    public string Ending(int exitCode)
    {
        Assert.True(ExitCode == exitCode, $"'{Line}' should end with {exitCode}, and ended with {ExitCode}:\n{Said}");
        return Said;
    }

    public void Deconstruct(out int exitCode, out string said) => (exitCode, said) = (ExitCode, Said);
}
