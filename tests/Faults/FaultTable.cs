namespace MlMaths.Torch.Faults;

/// <summary>Counts, program by program.</summary>
internal sealed class FaultTable
{
    private readonly Dictionary<string, Dictionary<string, int>> _counts = [];

    public int Faults { get; private set; }

    public void Add(FaultedProgram program, FaultKind kind, FaultTrial trial, int faults)
    {
        Dictionary<string, int> counts = _counts.TryGetValue(program.Name, out Dictionary<string, int>? known)
            ? known : _counts[program.Name] = [];
        foreach (string what in new[] { $"{kind}", trial.CameTooLate ? "late" : "", trial.IsResumed ? "resumed" : "" }
            .Where(what => what.Length > 0))
        {
            counts[what] = counts.GetValueOrDefault(what) + 1;
        }

        counts["faults"] = counts.GetValueOrDefault("faults") + faults;
        Faults += faults;
    }

    public override string ToString()
    {
        string[] columns = [.. Enum.GetNames<FaultKind>(), "late", "resumed", "faults"];
        string[] heads =
        [
            "program", "kill −9", "SIGINT", "SIGTERM", "full disk", "folder gone", "had ended before",
            "resumed to the end", "what did not hold",
        ];
        IEnumerable<string> rows = _counts.Select(program =>
            Row(program.Key, column => program.Value.GetValueOrDefault(column)));
        string sums = Row("all", column => _counts.Values.Sum(counts => counts.GetValueOrDefault(column)));
        return string.Join('\n', [$"| {string.Join(" | ", heads)} |",
            $"|{string.Concat(Enumerable.Repeat("---|", heads.Length))}", .. rows, sums]);

        string Row(string name, Func<string, int> count) => $"| {name} | {string.Join(" | ", columns.Select(count))} |";
    }
}
