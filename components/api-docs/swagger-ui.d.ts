declare module 'swagger-ui-dist/swagger-ui-es-bundle.js' {
  type Settings = {
    url: string;
    domNode: HTMLElement;
    docExpansion: 'list' | 'full' | 'none';
    defaultModelsExpandDepth: number;
    validatorUrl: null;
  };
  export default function SwaggerUI(settings: Settings): unknown;
}
