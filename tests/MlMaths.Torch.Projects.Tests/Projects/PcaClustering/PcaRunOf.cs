using MlMaths.Torch.Cli;
using MlMaths.Torch.PcaClustering;

namespace MlMaths.Torch.Tests.Projects;

/// <summary>One run of project 2.</summary>
internal sealed class PcaRunOf(params string[] arguments)
    : RunOf(arguments, null, (given, console, errors) => ProjectCommand.Run(given, new PcaClusteringProject(), console, errors))
{
    /// <summary>clusters.csv without its header, cell by cell.</summary>
    public string[][] Clusters => [.. Read("clusters.csv").Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)
        .Select(line => line.Split(','))];
}
