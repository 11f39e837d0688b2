namespace MlMaths.Torch.Evaluation;

/// <summary>Scores of one model, and from which of them on it calls a row positive.</summary>
/// <param name="Rows">Labels and scores, sorted once.</param>
/// <param name="Threshold">An infinite one calls all rows or none.</param>
public sealed record CalledScores(RankedScores Rows, double Threshold)
{
    /// <summary>Whether each row is called as its label says, in their order.</summary>
    public bool[] Right()
    {
        bool[] right = new bool[Rows.Rows];
        for (int row = 0; row < right.Length; row++)
            right[row] = Rows.Scores[row] >= Threshold == Rows.Labels[row];
        return right;
    }
}
