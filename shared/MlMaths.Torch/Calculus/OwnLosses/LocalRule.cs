namespace MlMaths.Torch.Calculus;

/// <summary>
/// How the gradient of a term goes on to one of its parts, where that has a shorter form than the chain rule through all inside it:
/// through the mean cross-entropy of logits Z, dZ is dL/n ⊙ (softmax(Z) − Y).
/// </summary>
/// <param name="Part">The part.</param>
/// <param name="Back">Its gradient, from that of the term.</param>
internal sealed record LocalRule(Term Part, Func<Term, Term> Back);
