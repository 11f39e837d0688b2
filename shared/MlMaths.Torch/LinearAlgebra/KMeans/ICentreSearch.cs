namespace MlMaths.Torch.LinearAlgebra;

/// <summary>
/// What k-means asks of its rows, of all restarts at once: the one product X Cᵀ per question is nearly all of its work.
/// Two answers, one in plain C# for a CPU and one in tensors for an accelerator. Centres are given row after row.
/// </summary>
internal interface ICentreSearch : IDisposable
{
    /// <summary>
    /// Σᵢ min(D²ᵢ, ‖xᵢ − c‖²) for every candidate c [R · m, d]: what would be left, were c the next centre of its restart.
    /// D² is infinite before the first <see cref="Lower"/>.
    /// </summary>
    double[] Potentials(double[] candidates, int restarts);

    /// <summary>D²ᵢ ← min(D²ᵢ, ‖xᵢ − c‖²) with one new centre per restart [R, d].</summary>
    void Lower(double[] centres, int restarts);

    /// <summary>D² of one restart, [n].</summary>
    ReadOnlySpan<double> Nearest(int restart);

    /// <summary>Gives each row to the nearest of k centres, for each of the restarts listed; centres [A · k, d] in their order.</summary>
    CentreSums[] Assign(double[] centres, int k, IReadOnlyList<int> restarts);

    /// <summary>The labels of one restart's last assignment, [n].</summary>
    int[] Labels(int restart);
}
