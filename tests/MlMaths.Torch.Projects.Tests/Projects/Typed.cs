using MlMaths.Torch.Exercises;
using Spectre.Console.Testing;

namespace MlMaths.Torch.Tests.Projects;

/// <summary>What the exercises answer to what is typed, where they leave no folder.</summary>
internal sealed record Typed(int ExitCode, string Output, string Errors)
{
    public static Typed Of(params string[] arguments)
    {
        using var console = new TestConsole().Width(400);
        using var errors = new TestConsole().Width(4000);
        int exitCode = ExercisesProgram.Commands.Run(arguments, console, errors);
        return new Typed(exitCode, console.Output, errors.Output.Trim());
    }

    /// <summary>The same, typed in a folder; nothing that starts the workbench, which is this very program once more.</summary>
    public static (int Code, string Output) In(DirectoryInfo folder, params string[] arguments)
    {
        string here = Directory.GetCurrentDirectory();
        Directory.SetCurrentDirectory(folder.FullName);
        try
        {
            Typed typed = Of(arguments);
            return (typed.ExitCode, typed.Output + typed.Errors);
        }
        finally
        {
            Directory.SetCurrentDirectory(here);
        }
    }
}
