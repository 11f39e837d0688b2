namespace MlMaths.Torch.Optimisation;

/// <summary>How many threads were chosen, and by what.</summary>
/// <param name="Threads">The number that libtorch now works with.</param>
/// <param name="Products">Multiplications of one training step.</param>
public sealed record ThreadChoice(int Threads, long Products)
{
    /// <summary>One sentence: <c>1 thread: a step has 0.9 million multiplications, too few to share.</c></summary>
    public string Sentence
    {
        get
        {
            string work = FormattableString.Invariant($"a step has {Products / 1e6:0.0} million multiplications");
            return Threads == 1 ? $"1 thread: {work}, too few to share." : $"{Threads} threads: {work}.";
        }
    }
}
