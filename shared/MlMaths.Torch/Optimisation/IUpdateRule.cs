using MlMaths.Torch.Data;
using MlMaths.Torch.Models;

namespace MlMaths.Torch.Optimisation;

/// <summary>How θ moves once ∇L is known.</summary>
public interface IUpdateRule
{
    /// <summary>Moves θ in place. The tensors it makes on the way die with the step.</summary>
    /// <param name="parameters">θ, and ∇L as the gradient source left it.</param>
    /// <param name="η">The learning rate.</param>
    /// <param name="batch">The rows of this step, for rules that look at the loss again.</param>
    void Update(ParameterVector parameters, double η, Batch batch);

    /// <summary>What the rule carries from step to step; null where every step stands for itself.</summary>
    RuleMemory? Memory => null;
}
