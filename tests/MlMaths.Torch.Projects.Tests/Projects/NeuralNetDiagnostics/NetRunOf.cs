using MlMaths.Torch.Cli;
using MlMaths.Torch.NeuralNetDiagnostics;

namespace MlMaths.Torch.Tests.Projects;

/// <summary>One run of project 4.</summary>
internal sealed class NetRunOf(params string[] arguments)
    : RunOf(arguments, null, (given, console, errors) => ProjectCommand.Run(given, new NeuralNetProject(), console, errors))
{
    /// <summary>A table without its header, cell by cell.</summary>
    public string[][] Rows(string file) =>
        [.. Read(file).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(','))];
}
