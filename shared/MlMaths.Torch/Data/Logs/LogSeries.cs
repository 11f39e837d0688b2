namespace MlMaths.Torch.Data;

/// <summary>One quantity of one run, as somebody's log has it.</summary>
/// <param name="Run">Which run; empty where the log has one.</param>
/// <param name="Name">Column or tag.</param>
/// <param name="Points">In the order of the log.</param>
internal sealed record LogSeries(string Run, string Name, IReadOnlyList<LogPoint> Points);

/// <summary>One reading.</summary>
/// <param name="Step">Where; NaN where the log does not say.</param>
/// <param name="Value">The number; not finite where the log says so.</param>
internal readonly record struct LogPoint(double Step, double Value);
