namespace MlMaths.Torch.LinearAlgebra;

/// <summary>What one assignment of rows to k centres leaves behind: enough for the next centres.</summary>
internal sealed class CentreSums(int k, int columns)
{
    /// <summary>Σ of the rows of each cluster, [k, d].</summary>
    public double[] Sums { get; } = new double[k * columns];

    /// <summary>Rows of each cluster, [k].</summary>
    public int[] Sizes { get; } = new int[k];

    /// <summary>Σ ‖xᵢ − c‖², c the centre that row i was given to.</summary>
    public double Inertia { get; set; }

    /// <summary>Rows that have another centre than before.</summary>
    public int Moved { get; set; }

    public void Add(CentreSums part)
    {
        RowArithmetic.AddTo(Sums, part.Sums);
        for (int c = 0; c < k; c++)
            Sizes[c] += part.Sizes[c];
        Inertia += part.Inertia;
        Moved += part.Moved;
    }
}
