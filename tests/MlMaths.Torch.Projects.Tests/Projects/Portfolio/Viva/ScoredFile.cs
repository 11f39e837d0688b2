using System.Globalization;

namespace MlMaths.Torch.Tests.Projects;

/// <summary>The rows of a run's <c>predictions.csv</c>, read line by line: another way to its numbers than its measurements.</summary>
internal sealed class ScoredFile
{
    private readonly string[] _head;
    private readonly string[][] _rows;

    public ScoredFile(string run)
    {
        string[][] lines = [.. File.ReadAllLines(Path.Combine(run, "predictions.csv")).Select(line => line.Split(','))];
        (_head, _rows) = (lines[0], lines[1..]);
    }

    public IEnumerable<string> Targets => Column("target", "");

    public IEnumerable<string> Column(string name, string split) => _rows
        .Where(row => split.Length == 0 || row[Array.IndexOf(_head, "split")] == split).Select(row => row[Array.IndexOf(_head, name)]);

    public double[] Numbers(string name, string split) =>
        [.. Column(name, split).Select(cell => double.Parse(cell, CultureInfo.InvariantCulture))];

    /// <summary>The four counts of the test rows.</summary>
    public (double Hits, double FalseAlarms, double Misses, double Passed) Counts(string positive, double threshold, string score = "score")
    {
        bool[] labels = [.. Column("target", "test").Select(target => target == positive)];
        bool[] flags = [.. Numbers(score, "test").Select(one => one >= threshold)];
        return (Count(true, true), Count(false, true), Count(true, false), Count(false, false));

        double Count(bool label, bool flag) => labels.Zip(flags).Count(row => row.First == label && row.Second == flag);
    }
}
