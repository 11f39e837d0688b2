using MlMaths.Torch.Tests.House;

namespace MlMaths.Torch.Tests.Projects;

/// <summary>The built program of the exercises as a process of its own, which is what starts the workbench.</summary>
internal static class ExercisesProcess
{
    public static string Program { get; } =
        Path.Combine(Repository.Folder, "projects", "Exercises", "bin", "Release", "net10.0", "Exercises.dll");

    /// <summary>Runs a command in a folder, to its end.</summary>
    public static Typed Run(string folder, params string[] arguments)
    {
        Command ended = Command.Run("dotnet", [Program, .. arguments], folder: folder);
        return new Typed(string.Join(' ', arguments), ended.ExitCode, ended.Output, "");
    }
}
