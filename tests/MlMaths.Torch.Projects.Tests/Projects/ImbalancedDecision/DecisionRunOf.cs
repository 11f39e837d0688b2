using System.Globalization;
using MlMaths.Torch.Cli;
using MlMaths.Torch.ImbalancedDecision;

namespace MlMaths.Torch.Tests.Projects;

/// <summary>One run of project 3.</summary>
internal sealed class DecisionRunOf(params string[] arguments)
    : RunOf(arguments, null, (given, console, errors) => ProjectCommand.Run(given, new DecisionProject(), console, errors))
{
    /// <summary>The rows of one part in predictions.csv: label and probability.</summary>
    public (bool[] Labels, double[] Scores) Part(string name, string positive)
    {
        string[][] lines = [.. Read("predictions.csv").Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)
            .Select(line => line.Split(','))
            .Where(line => line[1] == name)];
        return ([.. lines.Select(line => line[3] == positive)], [.. lines.Select(line =>
            double.Parse(line[4], CultureInfo.InvariantCulture))]);
    }
}
