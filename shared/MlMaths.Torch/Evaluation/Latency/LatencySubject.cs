namespace MlMaths.Torch.Evaluation;

/// <summary>What a service time was measured of.</summary>
/// <param name="Server">The way to serve: <c>TorchSharp</c>, <c>plain C#</c>.</param>
/// <param name="BatchSize">Rows of one call.</param>
/// <param name="Threads">Threads that one call may work with.</param>
/// <param name="Device">Where it works: <c>cpu</c>, <c>cuda:0</c>.</param>
public sealed record LatencySubject(string Server, int BatchSize, int Threads, string Device = "cpu")
{
    /// <summary>As a table or a curve names it.</summary>
    public override string ToString() => $"{Server}, batch {BatchSize}";
}
