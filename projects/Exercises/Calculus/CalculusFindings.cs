namespace MlMaths.Torch.Exercises.Calculus;

/// <summary>All that a run found, in the order in which the page tells it.</summary>
internal sealed record CalculusFindings(
    CheckFindings Check, TutorFindings Tutor, AutogradFindings Autograd, DescentFindings Descent,
    StableLearningRateFindings StableLearningRate);
