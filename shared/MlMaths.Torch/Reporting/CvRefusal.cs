namespace MlMaths.Torch.Reporting;

/// <summary>Why a sentence may not quote a number, and what would let it.</summary>
/// <param name="Why">A clause whose subject is the number: <c>is 0: nothing was found</c>.</param>
/// <param name="Earns">What would earn the sentence: <c>a threshold at which something is found</c>.</param>
public sealed record CvRefusal(string Why, string Earns);
