namespace MlMaths.Torch.Evaluation;

/// <summary>A property of what watches the base rate, measured on simulated worlds whose truth is known.</summary>
/// <param name="Table">
/// <c>false</c>: windows of an unchanged world that ring; <c>power</c>: windows of a changed one that do; <c>regret</c>: share of the
/// avoidable cost that the estimated rate avoids; <c>coverage</c>: 95 % intervals that hold the true rate; <c>drift</c>: weeks of
/// drawn payments that are named rightly.
/// </param>
/// <param name="Case">What was drawn; it holds no comma.</param>
/// <param name="BaseRate">Base rate of the reference, or of the window where only that differs.</param>
/// <param name="Reference">m: rows of the reference.</param>
/// <param name="Rows">n: rows of a window.</param>
/// <param name="Level">False-alarm rate asked for; 0 where none is.</param>
/// <param name="Share">What was measured.</param>
/// <param name="Low">Lower end of its 95 % interval, over worlds.</param>
/// <param name="High">Upper end.</param>
/// <param name="Worlds">References that were drawn, each with windows of its own.</param>
public sealed record AlarmRate(
    string Table, string Case, double BaseRate, int Reference, int Rows, double Level, double Share, double Low, double High, int Worlds);
