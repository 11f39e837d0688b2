namespace MlMaths.Torch.Benchmarks;

/// <summary>The same work here and elsewhere.</summary>
/// <param name="Name">What is done, on how much.</param>
/// <param name="Wanted">Ours ÷ theirs at most, of processor time.</param>
/// <param name="Begin">Writes what both read into a folder, and readies both.</param>
internal sealed record PeerCase(string Name, double Wanted, Func<PeerPlace, PeerWork> Begin);

/// <summary>Where a case puts its files, and whom it asks.</summary>
/// <param name="Folder">Goes away with the case.</param>
/// <param name="Python">The interpreter.</param>
internal sealed record PeerPlace(string Folder, string Python)
{
    public string Path(string name) => System.IO.Path.Combine(Folder, name);
}

/// <summary>Both sides of a case, ready to take turns.</summary>
/// <param name="Theirs">The other's name, with its version.</param>
/// <param name="Agreement">How far the two results are apart, in words that hold it against what is allowed; null where there is nothing
/// to compare.</param>
/// <param name="Ours">A turn of ours.</param>
/// <param name="TheirTurn">A turn of theirs.</param>
internal sealed record PeerWork(string Theirs, Agreement? Agreement, Func<Spent> Ours, Func<Spent> TheirTurn) : IDisposable
{
    private Action _end = () => { };

    /// <summary>A script of <c>peers/</c> beside work in this process.</summary>
    /// <param name="place">Whom to ask.</param>
    /// <param name="script">Its file.</param>
    /// <param name="arguments">What it is told.</param>
    /// <param name="result">Our result, of the same work.</param>
    /// <param name="tolerance">How far results may be apart, relative.</param>
    /// <param name="ours">One turn.</param>
    /// <param name="threads">Of the peer.</param>
    public static PeerWork Beside(
        PeerPlace place, string script, IEnumerable<object> arguments, Func<double> result, double tolerance, Func<Spent> ours,
        int threads = 1)
    {
        Peer peer = new(place.Python, script, arguments.Select(one => FormattableString.Invariant($"{one}")), threads);
        return new(peer.Name, new Agreement(result(), peer.Result, tolerance), ours, peer.Turn) { _end = peer.Dispose };
    }

    /// <summary>What is to be let go afterwards, too.</summary>
    public PeerWork Then(Action end)
    {
        Action before = _end;
        return this with
        {
            _end = () =>
            {
                before();
                end();
            },
        };
    }

    public void Dispose() => _end();
}

/// <summary>Two results of the same work.</summary>
internal readonly record struct Agreement(double Ours, double Theirs, double Tolerance)
{
    /// <summary>Whether less is better, so that ours may be any amount below theirs.</summary>
    public bool IsLeast { get; init; }

    public double Apart => (Ours - Theirs) / Math.Max(Math.Abs(Theirs), 1e-300);

    public bool Holds => IsLeast ? Apart <= Tolerance : Math.Abs(Apart) <= Tolerance;

    public override string ToString() => FormattableString.Invariant($"{Apart:0.0e0}{(Holds ? "" : $", more than {Tolerance:0e0}")}");
}
