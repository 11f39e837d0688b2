using MlMaths.Torch.Exercises.Learn.Grading;

namespace MlMaths.Torch.Exercises.Learn.Exercise08;

/// <summary>What was done with a net, and what was written down of it.</summary>
/// <param name="Calls"><c>b</c> for each backward, <c>u</c> for each update.</param>
/// <param name="WasCleared">Whether every gradient was 0 before each backward.</param>
/// <param name="Lengths">Of the gradient, after each backward.</param>
/// <param name="Used">Of the gradient, at each update.</param>
/// <param name="AreParallel">Whether the direction at each update was that of its backward.</param>
/// <param name="Norms">As returned.</param>
internal sealed record LogSeen(
    string Calls, bool WasCleared, IReadOnlyList<double> Lengths, IReadOnlyList<double> Used, bool AreParallel,
    IReadOnlyList<double>? Norms)
{
    public const double Rounding = 1e-5; // 13 squares in float32, and a root

    public bool TellsLengths =>
        Norms is { } norms && norms.Count == Lengths.Count && Norms.Zip(Lengths).All(pair => Near(pair.First, pair.Second));

    public bool IsLike(LogSeen other) => Calls == other.Calls && WasCleared == other.WasCleared && AreParallel == other.AreParallel
        && AreNear(Norms, other.Norms) && AreNear(Used, other.Used);

    public static bool Near(double one, double right) =>
        one.Equals(right) || (!double.IsFinite(one) && !double.IsFinite(right)) || Math.Abs(one - right) <= 10 * Rounding * Math.Abs(right);

    public override string ToString() => $"{(Norms is null ? "null" : Written.Of(Norms))}, after "
        + $"{Counted.Of(Calls.Count(call => call == 'b'), "backward call")} and {Counted.Of(Calls.Count(call => call == 'u'), "update")}";

    private static bool AreNear(IReadOnlyList<double>? one, IReadOnlyList<double>? other) => one is null || other is null
        ? one is null && other is null
        : one.Count == other.Count && one.Zip(other).All(pair => Near(pair.First, pair.Second));
}

/// <summary>A net that writes down what is done with it.</summary>
internal sealed class NetSpy(TrainedNet at)
{
    private readonly TinyNet _net = new(at);
    private readonly List<double> _lengths = [], _used = [];
    private string _calls = "";
    private double[][] _left = [];
    private bool _wasCleared = true, _areParallel = true;

    public double[][] Gradients => _net.Gradients;

    public void Clear() => _net.Clear();

    public void Backward()
    {
        if (_calls.Length > 400) throw new InvalidOperationException("backward was asked for more than 200 steps: does the loop end?");
        _wasCleared &= Gradients.All(group => group.All(one => one == 0));
        _net.Backward();
        _calls += "b";
        _left = [.. Gradients.Select(group => (double[])group.Clone())];
        _lengths.Add(NormTask.Slipped(_left, new HashSet<string>()));
    }

    public void Update()
    {
        _calls += "u";
        double length = NormTask.Slipped(Gradients, new HashSet<string>());
        double scale = _lengths.Count == 0 ? 1 : length / _lengths[^1];
        _areParallel &= _left.Length > 0 && _left.Zip(Gradients).All(pair => pair.First.Zip(pair.Second)
            .All(one => Math.Abs(one.First * scale - one.Second) <= LogSeen.Rounding * length || !double.IsFinite(one.First)));
        _used.Add(length);
        _net.Update();
    }

    public LogSeen Seen(IReadOnlyList<double>? norms) => new(_calls, _wasCleared, _lengths, _used, _areParallel, norms);
}
