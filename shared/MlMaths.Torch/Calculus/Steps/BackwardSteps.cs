namespace MlMaths.Torch.Calculus;

/// <summary>
/// A derivation as a sequence of named steps, inputs first, gradients among them, in the letters of its formula: data that a
/// program can read, evaluate and edit.
/// </summary>
internal sealed class BackwardSteps
{
    private readonly List<Step> _steps = [];
    private readonly Dictionary<string, int> _gradients = [];
    private readonly List<Term> _terms = [];

    public BackwardSteps(IReadOnlyList<DerivationInput> inputs, Action<BackwardSteps> write)
    {
        Inputs = inputs;
        foreach ((int k, DerivationInput input) in inputs.Index()) LetForward(input.Name, Term.Given(input.Name, k, [.. input.Shape]));
        write(this);
        Sizes = [.. inputs.SelectMany(input => input.Shape).Distinct()];
    }

    public IReadOnlyList<DerivationInput> Inputs { get; }

    public IReadOnlyList<Step> All => _steps;

    /// <summary>The step that a parameter's gradient is.</summary>
    public IReadOnlyDictionary<string, int> Gradients => _gradients;

    /// <summary>The letters of all sizes.</summary>
    public IReadOnlyList<string> Sizes { get; }

    /// <summary>How many terms there are, in all steps.</summary>
    public int Count => _terms.Count;

    /// <summary>The letter of a step that was written.</summary>
    public Term this[string name]
    {
        get
        {
            Step step = _steps.Single(one => one.Name == name);
            return Term.Letter(name, step.Index, step.Right.Shape);
        }
    }

    /// <summary>Writes a step; its letter.</summary>
    public Term Let(string name, Term right, Slope? slope = null) =>
        Add(new Step(name, _steps.Count, right) { Slope = slope, IsBackward = name.StartsWith('d') && name.Length > 1 });

    /// <summary>Writes a step of the way to the loss, whatever its name begins with; its letter.</summary>
    public Term LetForward(string name, Term right) => Add(new Step(name, _steps.Count, right));

    /// <summary>Writes the gradient of a parameter.</summary>
    public Term Gradient(string parameter, Term right)
    {
        _gradients[parameter] = _steps.Count;
        return Let($"d{parameter}", right);
    }

    /// <summary>The steps that depend on the steps of a mask, themselves among them.</summary>
    public ulong Downstream(ulong mask)
    {
        foreach (Step step in _steps)
        {
            if ((step.Right.Reads & mask) != 0) mask |= 1ul << step.Index;
        }
        return mask;
    }

    private Term Add(Step step)
    {
        _steps.Add(step);
        Number(step.Right);
        return Term.Letter(step.Name, step.Index, step.Right.Shape);
    }

    private void Number(Term term)
    {
        if (term.Place >= 0) return;
        foreach (Term part in term.Parts) Number(part);
        term.Place = _terms.Count;
        _terms.Add(term);
    }
}
