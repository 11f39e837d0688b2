using System.Runtime.InteropServices;
using MlMaths.Torch.Data;

namespace MlMaths.Torch.Doctor;

/// <summary>What checks look at: a training that has not begun, and some of its rows.</summary>
internal sealed class StartProbe : IDisposable
{
    private const int MostRows = 256;

    public StartProbe(TrainingSpec spec, SpecData data, int seed, CancellationToken cancellation)
    {
        (Spec, Data, Seed, Cancellation) = (spec, data, seed, cancellation);
        Fresh = new SpecTraining(spec, data, seed);
        Places = Spread(data.Training.Rows, MostRows);
        using DisposeScope scope = torch.NewDisposeScope();
        Rows = new Batch(
            PreparedRows.Pick(data.Training.X, Places).DetachFromDisposeScope(),
            PreparedRows.Pick(data.Training.y, Places).DetachFromDisposeScope());
        Labels = [.. Places.Select(place => data.TrainingLabels[place])];
    }

    public TrainingSpec Spec { get; }

    public SpecData Data { get; }

    public int Seed { get; }

    public CancellationToken Cancellation { get; }

    /// <summary>The net with its initial weights: whoever moves them takes a training of their own.</summary>
    public SpecTraining Fresh { get; }

    /// <summary>Some training rows, spread evenly over all.</summary>
    public Batch Rows { get; }

    /// <summary>Their places among the training rows.</summary>
    public int[] Places { get; }

    /// <summary>Their targets as numbers.</summary>
    public double[] Labels { get; }

    /// <summary>So many places of n, evenly spread.</summary>
    public static int[] Spread(int n, int most) =>
        n <= most ? [.. Enumerable.Range(0, n)] : [.. Enumerable.Range(0, most).Select(i => (int)((long)i * n / most))];

    /// <summary>o [n, k] of the initial net, with nothing dropped.</summary>
    public Tensor Outputs(Tensor X)
    {
        using (torch.no_grad())
            return Fresh.Net.Forward(X, training: false);
    }

    /// <summary>All numbers of a tensor, copied out.</summary>
    public static double[] Numbers(Tensor t)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        return MemoryMarshal.Cast<byte, double>(t.detach().to(torch.ScalarType.Float64).contiguous().bytes).ToArray();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Fresh.Dispose();
        Rows.X.Dispose();
        Rows.y.Dispose();
    }
}
