namespace MlMaths.Torch.Figures;

/// <summary>One candidate of a search: its validation loss after so many epochs.</summary>
/// <param name="Candidate">Its name.</param>
/// <param name="Epochs">Trained so far, ascending.</param>
/// <param name="Losses">One for each of them; not finite where it diverged.</param>
/// <param name="IsBest">Whether it is the best of the search.</param>
public sealed record SearchCurve(string Candidate, IReadOnlyList<int> Epochs, IReadOnlyList<double> Losses, bool IsBest);
