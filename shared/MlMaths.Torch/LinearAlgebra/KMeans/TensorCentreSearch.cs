namespace MlMaths.Torch.LinearAlgebra;

/// <summary>
/// The same answers from tensor operations, where the rows lie on an accelerator. Rows go through in blocks, so that no
/// table of n rows by all centres is ever whole.
/// <code>
/// D² = ‖x‖² − 2 X Cᵀ + ‖c‖²  [n, R · m]        Σ of the rows of each cluster = 1[label = c]ᵀ X  [R · k, d]
/// </code>
/// The sums are a product and no scattered additions: those come in another order every time.
/// </summary>
internal sealed class TensorCentreSearch : ICentreSearch
{
    private const long LargestBlock = 16_000_000;

    private readonly Tensor _points, _squaredNorms, _nearest, _labels;

    /// <param name="rows">The rows; copied to the device.</param>
    /// <param name="restarts">R.</param>
    /// <param name="device">Where to work.</param>
    public TensorCentreSearch(CentredRows rows, int restarts, torch.Device device)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        Tensor X = TensorCopy.Of(rows.Values, [rows.Count, rows.Columns], device: device);
        _points = X.DetachFromDisposeScope();
        _squaredNorms = X.pow(2).sum([1L]).DetachFromDisposeScope();
        _nearest = torch.full([restarts, rows.Count], double.PositiveInfinity, torch.ScalarType.Float64, device).DetachFromDisposeScope();
        _labels = torch.full([restarts, rows.Count], -1, torch.ScalarType.Int64, device).DetachFromDisposeScope();
    }

    public ReadOnlySpan<double> Nearest(int restart)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        return _nearest[restart].cpu().data<double>().ToArray();
    }

    public int[] Labels(int restart)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        return _labels[restart].to(torch.ScalarType.Int32).cpu().data<int>().ToArray();
    }

    public double[] Potentials(double[] candidates, int restarts)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        Tensor C = Centres(candidates);
        Tensor potentials = torch.zeros(C.size(0), torch.ScalarType.Float64, _points.device);
        foreach ((long from, long length) in Blocks(C.size(0)))
        {
            using DisposeScope block = torch.NewDisposeScope();
            Tensor squared = Squared(C, from, length).view(length, restarts, -1);
            Tensor nearest = _nearest.narrow(1, from, length).t().unsqueeze(2);
            potentials.add_(torch.minimum(squared, nearest).sum([0L]).view(-1));
        }
        return potentials.cpu().data<double>().ToArray();
    }

    public void Lower(double[] centres, int restarts)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        Tensor C = Centres(centres);
        foreach ((long from, long length) in Blocks(C.size(0)))
        {
            using DisposeScope block = torch.NewDisposeScope();
            Tensor nearest = _nearest.narrow(1, from, length);
            nearest.copy_(torch.minimum(nearest, Squared(C, from, length).t()));
        }
    }

    public CentreSums[] Assign(double[] centres, int k, IReadOnlyList<int> restarts)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        int a = restarts.Count;
        long d = _points.size(1);
        Tensor C = Centres(centres);
        Tensor sums = torch.zeros([a * k, d], torch.ScalarType.Float64, _points.device);
        Tensor sizes = torch.zeros(a * k, torch.ScalarType.Float64, _points.device);
        Tensor inertia = torch.zeros(a, torch.ScalarType.Float64, _points.device), moved = torch.zeros_like(inertia);
        Tensor active = TensorCopy.Of([.. restarts.Select(restart => (long)restart)], device: _points.device);
        foreach ((long from, long length) in Blocks(C.size(0)))
        {
            using DisposeScope block = torch.NewDisposeScope();
            (Tensor least, Tensor label) = Squared(C, from, length).view(length, a, k).min(2);
            Tensor member = label.unsqueeze(2).eq(torch.arange(k, device: _points.device)).to(torch.ScalarType.Float64).view(length, -1);
            sums.add_(member.t().mm(_points.narrow(0, from, length)));
            sizes.add_(member.sum([0L]));
            inertia.add_(least.sum([0L]));
            Tensor before = _labels.narrow(1, from, length).index_select(0, active);
            moved.add_(before.ne(label.t()).sum([1L]));
            _labels.narrow(1, from, length).index_copy_(0, active, label.t());
        }
        return Read(sums, sizes, inertia, moved, k);
    }

    public void Dispose()
    {
        _points.Dispose();
        _squaredNorms.Dispose();
        _nearest.Dispose();
        _labels.Dispose();
    }

    private static CentreSums[] Read(Tensor sums, Tensor sizes, Tensor inertia, Tensor moved, int k)
    {
        double[] sum = sums.cpu().data<double>().ToArray(), size = sizes.cpu().data<double>().ToArray();
        double[] squares = inertia.cpu().data<double>().ToArray(), changes = moved.cpu().data<double>().ToArray();
        int d = (int)sums.size(1);
        CentreSums[] read = new CentreSums[squares.Length];
        for (int r = 0; r < read.Length; r++)
        {
            read[r] = new CentreSums(k, d) { Inertia = squares[r], Moved = (int)changes[r] };
            sum.AsSpan(r * k * d, k * d).CopyTo(read[r].Sums);
            for (int c = 0; c < k; c++)
                read[r].Sizes[c] = (int)size[r * k + c];
        }
        return read;
    }

    private Tensor Centres(double[] centres) =>
        TensorCopy.Of(centres, [centres.Length / _points.size(1), _points.size(1)], device: _points.device);

    private Tensor Squared(Tensor C, long from, long length)
    {
        Tensor norms = C.pow(2).sum([1L]).unsqueeze(0) + _squaredNorms.narrow(0, from, length).unsqueeze(1);
        return norms.sub_(_points.narrow(0, from, length).mm(C.t()).mul_(2)).clamp_min_(0);
    }

    private IEnumerable<(long From, long Length)> Blocks(long centres)
    {
        long rows = _points.size(0), step = Math.Max(1, LargestBlock / centres);
        for (long from = 0; from < rows; from += step)
            yield return (from, Math.Min(step, rows - from));
    }
}
